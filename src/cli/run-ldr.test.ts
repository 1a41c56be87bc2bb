import { describe, expect, it } from 'vitest';
import { commands, runLdr } from './run-ldr.ts';
import { recordingTerminal } from './testing/recording-terminal.ts';

describe('ldr', () => {
  it('lists every command on --help', async () => {
    const terminal = recordingTerminal();
    expect(await runLdr(['--help'], terminal)).toBe(0);
    for (const { name, summary } of commands) {
      expect(terminal.printed()).toContain(name);
      expect(terminal.printed()).toContain(summary);
    }
  });

  it('lists the commands that begin with a word, on that word with --help', async () => {
    const terminal = recordingTerminal();
    expect(await runLdr(['audit', '--help'], terminal)).toBe(0);
    expect(terminal.printed()).toMatch(/audit verify .*audit digest .*audit export /s);
    expect(terminal.printed()).not.toContain('mode show');
    expect(terminal.complained()).toBe('');
  });

  it.each([[[]], [['pack']], [['frobnicate']], [['frobnicate', '--help']], [['user', 'remove']]])(
    'explains itself and fails on %j',
    async (args) => {
      const terminal = recordingTerminal();
      expect(await runLdr(args, terminal)).toBe(2);
      expect(terminal.printed()).toBe('');
      expect(terminal.complained()).toContain('Usage: ldr <command>');
    },
  );

  it.each([
    ['user', 'list'],
    ['user', 'history', 'sam@example.nhs.uk'],
    ['user', 'end', '--email', 'sam@example.nhs.uk', '--role', 'analyst', '--reason', 'Has left'],
    ['user', 'reset', '--email', 'sam@example.nhs.uk'],
    ['user', 'sign-out', '--email', 'sam@example.nhs.uk'],
    ['setup', 'check'],
    ['recompute'],
    ['mode', 'show'],
  ])('%s makes no database where there is none', async (...args) => {
    const terminal = recordingTerminal({ environment: { DATA_DIR: '/nowhere/at-all', DEMO: '0' } });
    expect(await runLdr(args, terminal)).toBe(2);
    expect(terminal.complained()).toContain('There is no database in /nowhere/at-all.');
  });

  it.each(commands.map(({ name }) => name))(
    '%s explains itself, says its exit codes and refuses strange options',
    async (name) => {
      const terminal = recordingTerminal();
      expect(await runLdr([...name.split(' '), '--help'], terminal)).toBe(0);
      expect(terminal.printed()).toContain(`Usage: ldr ${name}`);
      expect(terminal.printed()).toContain('Exit code: 0');
      expect(await runLdr([...name.split(' '), '--frobnicate'], terminal)).toBe(2);
      expect(terminal.complained()).toContain('--frobnicate');
      expect(terminal.complained()).toContain(`See: ldr ${name} --help`);
    },
  );
});
