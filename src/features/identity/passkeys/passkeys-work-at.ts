/**
 * Whether browsers make passkeys for a service at this address. They are bound to the name of its host, which an address of figures
 * is not, and need https, save on one's own machine (https://www.w3.org/TR/webauthn-3/#sctn-api).
 */
export function passkeysWorkAt(publicUrl: string): boolean {
  const { protocol, hostname } = new URL(publicUrl);
  const isFigures = /^[\d.]+$/.test(hostname) || hostname.startsWith('[');
  return hostname === 'localhost' || (protocol === 'https:' && !isFigures);
}
