/** Name of the field with what the browser answers. The script of the page fills it in. */
export const passkeyField = '_passkey';
