/** The form both servers draw: twelve questions on a five-point scale. */
export const questions = Array.from({ length: 12 }, (_, index) => ({
  name: `answer-Q${index + 1}`,
  text: `${index + 1}. Clinicians, other staff and patients helped to shape how we work digitally in area ${index + 1}.`,
  help: 'Think of the last year. Say who took part, how, and what changed because of it.',
}));

export const choices = [
  { value: 'disagree-completely', label: 'Disagree completely' },
  { value: 'mostly-disagree', label: 'Mostly disagree' },
  { value: 'neither', label: 'Neither agree nor disagree' },
  { value: 'mostly-agree', label: 'Mostly agree' },
  { value: 'agree-completely', label: 'Agree completely' },
];

export const chosen = 'mostly-agree';
