import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const module = fileURLToPath(new URL('last-resort.ts', import.meta.url));

/** A program of its own, since it is the end of the process that is looked at. */
function runProgram(body: string): Promise<{ code: number | null; said: string }> {
  const program = `
    import { endOnUncaught } from ${JSON.stringify(module)};
    const tell = (error) => console.log('told', error.message);
    const stop = async () => console.log('stopped in order');
    endOnUncaught(tell, stop);
    setInterval(() => undefined, 1000);
    ${body}`;
  return new Promise((resolve) => {
    const child = execFile(process.execPath, ['--input-type=module', '--eval', program], (_error, said) =>
      resolve({ code: child.exitCode, said }),
    );
  });
}

test.each([
  ['an exception', "setImmediate(() => { throw new Error('nobody caught it') })"],
  ['a rejection', "Promise.reject(new Error('nobody caught it'))"],
  ['an error event', "new (await import('node:events')).EventEmitter().emit('error', new Error('nobody caught it'))"],
])('%s is told, and the process stops in order and ends with 1', async (_case, body) => {
  expect(await runProgram(body)).toEqual({ code: 1, said: 'told nobody caught it\nstopped in order\n' });
});

test('another one while it stops is told too and changes nothing', async () => {
  const body = "for (const word of ['first', 'second']) { setImmediate(() => { throw new Error(word) }) }";
  const { code, said } = await runProgram(body);
  expect(code).toBe(1);
  expect(said.split('\n').filter((line) => line === 'stopped in order')).toHaveLength(1);
  expect(said).toContain('told first');
});
