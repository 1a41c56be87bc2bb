/**
 * Where the program of a thread lies: beside the file that starts it as both are written. The build puts every program into one folder, under
 * its own name.
 */
export function programBeside(starter: string, name: string): URL {
  return new URL(`./${name}.${starter.endsWith('.ts') ? 'ts' : 'mjs'}`, starter);
}
