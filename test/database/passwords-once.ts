import crypto, { type BinaryLike, type ScryptOptions } from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

/*
 * To look at a password is dear on purpose: a tenth of a second of processor time. All people of the tests have one password, and
 * what was worked out of it with the same salt is worked out once.
 */

type Done = (error: Error | null, key?: Buffer) => void;
type Scrypt = (password: BinaryLike, salt: BinaryLike, length: number, options: ScryptOptions, done: Done) => void;

const worked: Scrypt = crypto.scrypt;
const known = new Map<string, Promise<Buffer>>();

const once: Scrypt = (password, salt, length, options, done) => {
  const asked = JSON.stringify([password, salt, length, options]);
  const key =
    known.get(asked) ??
    new Promise<Buffer>((resolve, reject) => {
      worked(password, salt, length, options, (error, made) => (made === undefined ? reject(error) : resolve(made)));
    });
  known.set(asked, key);
  key.then((made) => done(null, made), done);
};

Object.assign(crypto, { scrypt: once });
syncBuiltinESMExports();
