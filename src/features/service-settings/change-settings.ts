import { appendAuditEvent } from '../../platform/audit/audit-trail.ts';
import { canonicalJson } from '../../platform/canonical-json.ts';
import type { Connection, Database } from '../../platform/database/database.ts';
import { decideSave, type SaveDecision } from '../../platform/decide-save.ts';
import type { SaidSettings } from '../../platform/settings/settings.ts';
import {
  lockSettings,
  type StoredSettings,
  settingsChain,
  updateSettings,
} from '../../platform/settings/settings-repository.ts';
import type { Acting } from '../identity/index.ts';
import type { TypedSettings } from './parse-settings-form.ts';

export interface ChangeSettings {
  readonly typed: TypedSettings;
  /** What is no more to be told when letters begin to be sent: of a time when nobody was written to. */
  readonly beforeFirstLetter: (transaction: Connection) => Promise<void>;
}

/** Saves what was typed, unless somebody else has saved since. The trail says what was changed, and of a password only that it was. */
export function changeSettings(
  database: Database,
  { typed, beforeFirstLetter }: ChangeSettings,
  { personId, onBehalfOf, at }: Acting,
): Promise<SaveDecision<StoredSettings>> {
  return database.transaction().execute(async (transaction) => {
    const stored = await lockSettings(transaction);
    const decision = decideSave<SaidSettings, StoredSettings>({ typed, stored }, isSame);
    if (decision.kind === 'saved') {
      await updateSettings(transaction, { revision: decision.revision, content: typed.content });
      if (stored.content.mailServer.address === '' && typed.content.mailServer.address !== '') {
        await beforeFirstLetter(transaction);
      }
      await appendAuditEvent(transaction, {
        chain: settingsChain,
        action: 'settings.change',
        personId,
        onBehalfOf,
        at,
        detail: { changed: changesBetween(stored.content, typed.content) },
      });
    }
    return decision;
  });
}

function isSame(one: SaidSettings, other: SaidSettings): boolean {
  return canonicalJson(one) === canonicalJson(other);
}

interface SettingChange {
  readonly name: string;
  readonly from?: string;
  readonly to?: string;
}

/** What differs, with both values; a password is named alone. */
export function changesBetween(from: SaidSettings, to: SaidSettings): SettingChange[] {
  const [before, after] = [openValues(from), openValues(to)];
  const changes: SettingChange[] = Object.entries(after)
    .filter(([name, value]) => before[name] !== value)
    .map(([name, value]) => ({ name, from: before[name] ?? '', to: value }));
  return from.mailServer.password === to.mailServer.password ? changes : [...changes, { name: 'mailServerPassword' }];
}

function openValues({ mailServer, ...rest }: SaidSettings): Readonly<Record<string, string>> {
  return { ...rest, mailServerAddress: mailServer.address, mailServerUser: mailServer.user };
}
