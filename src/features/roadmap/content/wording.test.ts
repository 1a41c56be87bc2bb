import { describe, expect, it } from 'vitest';
import { wordingDifferences } from '../drafts/wording.ts';
import { aContent, aDeployment, aPlan, members, pack } from '../testing/northvale.ts';
import { deploymentWording } from './deployments/deployment-words.ts';
import { poundsInWords } from './deployments/money.ts';
import { partWording } from './parts/part.ts';
import { trajectoryWording } from './trajectory/trajectory.ts';
import { planWording } from './universal-plans/universal-plan.ts';

const part = (body: string, localHeading = '') => partWording({ partId: 'vision', body, localHeading });

describe('wordingDifferences', () => {
  it('lists only the fields that differ, saved beside typed', () => {
    expect(wordingDifferences(part('One', 'Ours'), part('Two', 'Ours'))).toEqual([
      { label: 'Text', saved: 'One', typed: 'Two' },
    ]);
  });

  it('takes what was removed for empty', () => {
    expect(wordingDifferences([], part('Two'))).toEqual([{ label: 'Text', saved: '', typed: 'Two' }]);
  });
});

describe('what is written, in words', () => {
  it('says a target with its group and year, and leaves an unset one empty', () => {
    const [row] = aContent().trajectory;
    const words = trajectoryWording(row === undefined ? [] : [row], pack);
    expect(words).toContainEqual({ label: 'Records, assessments and plans, End 2016/17', text: '58' });
    expect(words).toContainEqual({ label: 'Medicines management and optimisation, End 2016/17', text: '' });
  });

  it('says a plan by year and quarter', () => {
    const words = planWording(aPlan(), pack);
    expect(words).toContainEqual({ label: 'Service', text: 'The national service' });
    expect(words).toContainEqual({ label: 'Activities, 2016/17 Q3', text: 'Train the wards' });
  });

  it('says a deployment with names for every id', () => {
    const words = deploymentWording(aDeployment({ organisationIds: [] }), { pack, members });
    expect(words).toContainEqual({ label: 'Organisations', text: 'The whole footprint' });
    expect(words).toContainEqual({ label: 'Capability group', text: 'Medicines management and optimisation' });
    expect(words).toContainEqual({
      label: 'Money',
      text: '2017/18: £2,400,000 capital; Own capital; bid for\n2017/18: £150,000 revenue; Own revenue; secured',
    });
    expect(words).toContainEqual({ label: 'Live by', text: '2017/18 Q4' });
    expect(words).toContainEqual({ label: 'National roles it serves', text: 'Care seven days a week' });
    expect(words).toContainEqual({ label: 'Benefits', text: 'Fewer errors; measured by: Reports a month; before: 40' });
  });

  it.each([
    [null, 'Not known'],
    [0, '£0'],
    [2_400_000, '£2,400,000'],
  ])('says a cost of %s as %s', (cost, words) => {
    expect(poundsInWords(cost)).toBe(words);
  });
});
