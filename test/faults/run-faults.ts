import { setTimeout } from 'node:timers/promises';
import { isShutDown } from './database-processes.ts';
import type { Fault } from './faults.ts';
import { startProxy } from './keep-alive-proxy.ts';
import { type Person, signInPeople, startLoad } from './load.ts';
import {
  answersText,
  countByStatus,
  longestSeconds,
  type Outcome,
  secondsUntilGood,
  secondsWithout,
} from './outcome.ts';
import { besideService, lostOf, type Rig } from './rig.ts';
import { startService } from './running-service.ts';

const PEOPLE = 8;
const CALM_MILLISECONDS = 3000;
const BACK_LIMIT_SECONDS = 2;
const STOP_LIMIT_SECONDS = 2;
const LOG_LINE_LIMIT = 1500;
/** The limits of the service for one request: a connection, then a statement and the second more for a server that hangs. */
const ANSWER_LIMIT_SECONDS = 3 + 10 + 1 + 3;

export function signIn(rig: Rig, addressOf = () => rig.service.address): Promise<Person[]> {
  return besideService(rig, (database) => signInPeople(database, PEOPLE, addressOf));
}

/** Under load: the fault, then calm again, then every acknowledged save is looked for. */
export async function runFault(title: string, rig: Rig, people: readonly Person[], fault: Fault): Promise<Outcome> {
  const [person] = people;
  if (person === undefined) {
    throw new Error('Nobody is signed in.');
  }
  const load = startLoad(people);
  await setTimeout(CALM_MILLISECONDS);
  const struckAt = performance.now();
  const { service } = rig;
  const logged = service.said().length;
  const { backAt, complaints, acknowledged: beside = [] } = await fault.strike(rig, person.visitor.again());
  await setTimeout(CALM_MILLISECONDS);
  await load.stop();
  const acknowledged = [...load.acknowledged, ...beside];
  const lost = await lostOf(rig, acknowledged);
  const isKilled = rig.service !== service;
  const after = secondsUntilGood(load.observed, backAt);
  const longest = longestSeconds(load.observed);
  return {
    fault: `${title}: ${fault.name}`,
    acknowledged: acknowledged.length,
    lost: lost.length,
    secondsWithout: secondsWithout(load.observed, struckAt),
    secondsAfter: after,
    longestAnswerSeconds: longest,
    answers: answersText(load.observed),
    process: isKilled ? 'killed, started again' : await stateOf(rig),
    complaints: [
      ...complaints,
      ...faultsLogged(service.said().slice(logged)),
      ...lost.map(({ trust, comment }) => `${trust} ${comment} is lost`),
      ...oddStatuses(load.observed, isKilled ? [0] : []),
      ...(after === null || after > BACK_LIMIT_SECONDS ? [`no good answer within ${BACK_LIMIT_SECONDS} s`] : []),
      ...(longest > ANSWER_LIMIT_SECONDS ? [`somebody waited ${longest.toFixed(1)} s for an answer`] : []),
      ...((await stateOf(rig)) === 'goes on' ? [] : ['the service ended']),
    ],
  };
}

/** What the service takes for a fault of its own, apart from what was done to it and what the library for sessions says of that. */
function faultsLogged(log: string): string[] {
  return log
    .split('\n')
    .filter((line) => /"level":"(error|fatal)"/.test(line))
    .filter((line) => !/the database server died|"from":"better-auth"/.test(line))
    .map((line) => `logged: ${line.slice(0, LOG_LINE_LIMIT)}`);
}

async function stateOf({ service }: Rig): Promise<string> {
  const { exitCode, signalCode } = service.child;
  return exitCode === null && signalCode === null ? 'goes on' : `ended: ${await service.ended}`;
}

function oddStatuses(observed: Parameters<typeof countByStatus>[0], alsoUsual: readonly number[]): string[] {
  const usual = [200, 303, 503, ...alsoUsual];
  return [...countByStatus(observed).keys()]
    .filter((status) => !usual.includes(status))
    .map((status) => (status === 0 ? 'somebody had no answer' : `somebody was answered ${status}`));
}

export interface Stop {
  readonly title: string;
  readonly throughProxy: boolean;
}

/** Under load, with every connection kept alive: the service is told to stop. Then it is started again, and the saves looked for. */
export async function runStop({ title, throughProxy }: Stop, rig: Rig): Promise<Outcome> {
  const proxy = throughProxy ? await startProxy(() => rig.service.address) : null;
  const people = await signIn(rig, () => proxy?.address ?? rig.service.address);
  const load = startLoad(people);
  await setTimeout(CALM_MILLISECONDS);
  const toldAt = performance.now();
  rig.service.child.kill('SIGTERM');
  const end = await rig.service.ended;
  const took = (performance.now() - toldAt) / 1000;
  await load.stop();
  for (const { visitor } of people) {
    visitor.close();
  }
  proxy?.close();
  const isInOrder = await isShutDown(rig.databaseFolder);
  const { observed, acknowledged } = load;
  rig.service = await startService(rig.environment);
  const lost = await lostOf(rig, acknowledged);
  return {
    fault: title,
    acknowledged: acknowledged.length,
    lost: lost.length,
    secondsWithout: null,
    secondsAfter: null,
    longestAnswerSeconds: longestSeconds(observed),
    answers: answersText(observed),
    process: `ended with ${end} after ${took.toFixed(1)} s, database shut down ${isInOrder ? 'in order' : 'not in order'}`,
    complaints: [
      ...lost.map(({ trust, comment }) => `${trust} ${comment} is lost`),
      ...(end === 0 ? [] : [`the service ended with ${end}`]),
      ...(took > STOP_LIMIT_SECONDS ? [`stopping took ${took.toFixed(1)} s`] : []),
      ...(isInOrder ? [] : ['the database was not shut down in order']),
      ...oddStatuses(observed, [0, 502]),
    ],
  };
}
