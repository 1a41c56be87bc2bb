import type { Kysely } from 'kysely';
import { type ForeignKey, readSchema, type Schema, type Table } from './read-schema.ts';
import { type Room, rooms } from './rooms.ts';

/** The text of `docs/data-model.md` for a migrated database. Throws when a table has no room, or a room a table that is no more. */
export async function describeDataModel<Tables>(database: Kysely<Tables>): Promise<string> {
  const schema = await readSchema(database);
  refuseGaps(schema);
  return `${[introduction, overview(schema), ...rooms.map((room) => chapter(room, schema)), viewList(schema)].join('\n\n')}\n`;
}

const introduction = `# Data model

Written by \`npm run tables\` from the tables that the migrations make; a test compares it with them. What the rooms are for:
[architecture.md](architecture.md). What may follow what: [states.md](states.md).

**Lines** lead from a row to those that refer to it: \`||\` exactly one, \`|o\` one or none, \`o{\` any number, \`o|\` one at most. A
column is named after its type; \`PK\` is in the primary key, \`FK\` refers to another table, and *may be empty* is said where it may.
**Kept** tables refuse every change and deletion in the database itself.`;

function refuseGaps({ tables }: Schema): void {
  const there = tables.map(({ name }) => name);
  const described = rooms.flatMap((room) => Object.keys(room.tables));
  const wrong = [
    ...there.filter((name) => !described.includes(name)).map((name) => `${name} has no room`),
    ...described.filter((name) => !there.includes(name)).map((name) => `${name} is no table any more`),
    ...described.filter((name, place) => described.indexOf(name) !== place).map((name) => `${name} is in two rooms`),
  ];
  if (wrong.length > 0) {
    throw new Error(`Put this right in scripts/data-model/rooms.ts: ${wrong.join('; ')}`);
  }
}

const roomOf = (table: string) => rooms.find((room) => table in room.tables);
const idOf = ({ title }: Room) => title.toLowerCase().replaceAll(' ', '-');

/** Which rooms refer to which. */
function overview({ foreignKeys }: Schema): string {
  const arrows = foreignKeys.flatMap(({ table, refersTo }) => {
    const [from, to] = [roomOf(table), roomOf(refersTo)];
    return from === undefined || to === undefined || from === to ? [] : [`  ${idOf(from)} --> ${idOf(to)}`];
  });
  const names = rooms.map((room) => `  ${idOf(room)}["${room.title}"]`);
  return ['## All rooms', '', ...fenced('flowchart BT', [...names, ...[...new Set(arrows)].toSorted()])].join('\n');
}

function chapter(room: Room, { tables, foreignKeys }: Schema): string {
  const own = tables.filter(({ name }) => name in room.tables);
  const keys = foreignKeys.filter(({ table }) => table in room.tables);
  const entities = own.flatMap((table) => entity(table, keys));
  const lines = keys.map((key) => relation(key, own));
  return [
    `## ${room.title}`,
    '',
    room.about,
    '',
    ...fenced('erDiagram', [...lines, ...entities]),
    '',
    '| Table | A row is | Rows |',
    '|---|---|---|',
    ...own.map(({ name, isAppendOnly }) => `| \`${name}\` | ${room.tables[name]} | ${isAppendOnly ? 'kept' : ''} |`),
  ].join('\n');
}

function entity({ name, columns }: Table, keys: readonly ForeignKey[]): string[] {
  const lines = columns.map((column) => {
    const isReference = keys.some((key) => key.table === name && key.columns.includes(column.name));
    const marks = [...(column.isKey ? ['PK'] : []), ...(isReference ? ['FK'] : [])].join(', ');
    const remark = column.isRequired ? '' : '"may be empty"';
    return `    ${[typeName(column.type), column.name, marks, remark].filter((text) => text !== '').join(' ')}`;
  });
  return [`  ${name} {`, ...lines, '  }'];
}

/** In one word, as the drawing takes it. */
function typeName(type: string): string {
  return type.replace('timestamp with time zone', 'timestamptz').replaceAll(' ', '_');
}

function relation({ table, columns, refersTo, isUnique }: ForeignKey, own: readonly Table[]): string {
  const held = own.find(({ name }) => name === table)?.columns ?? [];
  const isRequired = held.filter(({ name }) => columns.includes(name)).every((column) => column.isRequired);
  return `  ${refersTo} ${isRequired ? '||' : '|o'}--${isUnique ? 'o|' : 'o{'} ${table} : "${columns.join(', ')}"`;
}

function viewList({ views }: Schema): string {
  return ['## Views', '', ...views.map((name) => `- \`${name}\``)].join('\n');
}

function fenced(kind: string, lines: readonly string[]): string[] {
  return ['```mermaid', kind, ...lines, '```'];
}
