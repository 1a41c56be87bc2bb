import { allowedActions, findTransition, type Transition } from '../../../platform/transition-table.ts';

/** In the order a file normally passes through them. */
export const uploadStates = [
  'received',
  'checking',
  'waiting',
  'confirmed',
  'importing',
  'imported',
  'refused',
  'failed',
  'withdrawn',
] as const;

export type UploadState = (typeof uploadStates)[number];

export const uploadStateLabels: Readonly<Record<UploadState, string>> = {
  received: 'Waiting to be checked',
  checking: 'Being checked',
  waiting: 'Waiting for a decision',
  confirmed: 'Waiting to be brought in',
  importing: 'Being brought in',
  imported: 'Brought in',
  refused: 'Refused',
  failed: 'Broken off',
  withdrawn: 'Put aside',
};

export type UploadAction =
  | 'check'
  | 'find'
  | 'refuse'
  | 'confirm'
  | 'bring-in'
  | 'finish'
  | 'find-other'
  | 'put-back'
  | 'break-off'
  | 'stop'
  | 'withdraw'
  | 'retry';

export interface UploadTransition extends Transition<UploadState, UploadAction> {
  /** Who takes the step: a person by a button, or the work by what it meets. */
  readonly by: 'person' | 'work';
}

/** Every change of state there is; what is not listed is refused. */
export const uploadTransitions: readonly UploadTransition[] = [
  { action: 'check', from: ['received', 'checking'], to: 'checking', by: 'work' },
  { action: 'find', from: ['checking'], to: 'waiting', by: 'work' },
  { action: 'confirm', from: ['waiting'], to: 'confirmed', by: 'person' },
  { action: 'bring-in', from: ['confirmed', 'importing'], to: 'importing', by: 'work' },
  { action: 'finish', from: ['importing'], to: 'imported', by: 'work' },
  { action: 'find-other', from: ['importing'], to: 'waiting', by: 'work' },
  { action: 'refuse', from: ['checking', 'importing'], to: 'refused', by: 'work' },
  { action: 'put-back', from: ['checking'], to: 'received', by: 'work' },
  { action: 'put-back', from: ['importing'], to: 'confirmed', by: 'work' },
  { action: 'break-off', from: ['checking', 'importing'], to: 'failed', by: 'work' },
  { action: 'stop', from: ['confirmed', 'importing'], to: 'waiting', by: 'person' },
  { action: 'withdraw', from: ['received', 'checking', 'waiting', 'failed'], to: 'withdrawn', by: 'person' },
  { action: 'retry', from: ['failed'], to: 'received', by: 'person' },
];

/** The state an action leads to; null where it may not happen. */
export function nextUploadState(state: UploadState, action: UploadAction): UploadState | null {
  return findTransition(uploadTransitions, state, action)?.to ?? null;
}

/** What the work does next with a file; null where it has nothing to do. */
export function workOn(state: UploadState): 'check' | 'bring-in' | null {
  return nextUploadState(state, 'check') === null ? nextUploadState(state, 'bring-in') && 'bring-in' : 'check';
}

/** True while a file waits for the work or is worked on. */
export function isInWork(state: UploadState): boolean {
  return workOn(state) !== null;
}

/** True once nothing further can happen to a file. */
export function isOver(state: UploadState): boolean {
  return allowedActions(uploadTransitions, state).length === 0;
}
