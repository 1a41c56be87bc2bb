import { createServer } from 'node:net';
import type { Person } from './browser.ts';

/** Gives a person's browser a device that makes passkeys, and says yes whenever it is asked. */
export async function addAuthenticator({ page }: Person): Promise<void> {
  const device = await page.context().newCDPSession(page);
  await device.send('WebAuthn.enable');
  await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

/** Presses a button whose answer comes only after the browser has asked for a passkey. */
export async function pressWithPasskey(person: Person, button: string | RegExp, answer: string): Promise<void> {
  await person.page.getByRole('button', { name: button }).click();
  await person.sees(answer);
  await person.check();
}

/** The name of the host, with its port, is part of every passkey and of every address in a letter: it is known before the service is. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
