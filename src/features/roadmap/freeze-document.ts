import type { MembershipRole, ProgrammePack, RoadmapPart } from '../programme/index.ts';
import { arrangeContent, compare } from './arrange-content.ts';
import type { GroupBaseline } from './content/trajectory/trajectory-baseline.ts';
import {
  type BaselineSource,
  type DocumentBaseline,
  type DocumentDeployment,
  type DocumentSection,
  type DocumentTerms,
  type DocumentTrajectoryRow,
  documentSchema,
  type RoadmapDocument,
  type SectionContents,
  type SectionKind,
  type SectionOf,
  sectionDigest,
} from './frozen-document.ts';
import type { RoadmapContent, RoadmapMember, RoadmapPack } from './roadmap.ts';

export interface FreezeInput {
  readonly pack: RoadmapPack & Pick<ProgrammePack, 'id' | 'title'>;
  readonly round: { readonly id: string; readonly label: string };
  readonly baselineSource: BaselineSource;
  readonly footprint: RoadmapDocument['footprint'];
  readonly versionNumber: number;
  readonly frozenAt: Date;
  readonly illustrative: boolean;
  readonly members: readonly RoadmapMember[];
  readonly content: RoadmapContent;
  /** One for each capability group, by `trajectoryBaseline`. */
  readonly baselines: readonly GroupBaseline[];
  /** A fresh random salt for each id of `saltedSections`, of 32 hexadecimal digits or more. */
  readonly salts: Readonly<Record<string, string>>;
}

/** A salt that is missing, short or used twice: the sections it should hide could be guessed. */
export class WeakSaltError extends Error {
  override readonly name = 'WeakSaltError';
}

/** Something that names an organisation outside the footprint. `checkFreeze` finds it first, with words for a person. */
export class UnknownMemberError extends Error {
  override readonly name = 'UnknownMemberError';
}

/**
 * The canonical document of a version: everything the members are asked to endorse. The same input gives the same bytes
 * whatever order it was stored in; each freeze has its own instant and salts and so its own digest, which is why an
 * endorsement given before a withdrawal cannot come back to life.
 */
export function freezeDocument(input: FreezeInput): RoadmapDocument {
  refuseWeakSalts(input);
  const { pack, footprint } = input;
  const document = {
    schema: documentSchema,
    programme: { id: pack.id, title: pack.title },
    round: labelled(input.round),
    footprint: {
      code: footprint.code,
      name: footprint.name,
      region: footprint.region,
      stps: footprint.stps.map(({ code, name }) => ({ code, name })).sort((a, b) => compare(a.code, b.code)),
    },
    version: input.versionNumber,
    frozenAt: input.frozenAt.toISOString(),
    illustrative: input.illustrative,
    members: input.members
      .map(({ code, name, role }) => ({ code, name, role }))
      .sort((a, b) => compare(memberKey(a), memberKey(b))),
    baselineSource: copySource(input.baselineSource),
    terms: termsOf(pack),
    sections: sectionsOf(input),
  } as const;
  return document;
}

/** Ids of the sections that need a salt: those left out of the public edition. */
export function saltedSections(pack: RoadmapPack): string[] {
  return plannedSections(pack).flatMap(({ id, visibility }) => (visibility === 'assured' ? id : []));
}

const partSectionId = (partId: string) => `part-${partId}`;

function plannedSections(pack: RoadmapPack) {
  const { parts } = pack.roadmapTemplate;
  // The tables are as public as the part of the template they belong to.
  const visibilityOf = (kind: RoadmapPart['kind']) => parts.find((part) => part.kind === kind)?.visibility ?? 'public';
  return [
    ...parts.map(({ id, visibility }) => ({ id: partSectionId(id), visibility })),
    { id: 'trajectory', visibility: visibilityOf('capabilities') },
    { id: 'universal-plans', visibility: visibilityOf('universal') },
    { id: 'deployments', visibility: visibilityOf('capabilities') },
  ];
}

function sectionsOf(input: FreezeInput): DocumentSection[] {
  const content = arrangeContent(input.content, input.pack);
  const codes = new Map(input.members.map(({ organisationId, code }) => [organisationId, code]));
  const codeOf = (organisationId: string) => {
    const code = codes.get(organisationId);
    if (code === undefined) {
      throw new UnknownMemberError(`"${organisationId}" is not a member of the footprint`);
    }
    return code;
  };
  const seal = <K extends SectionKind>(kind: K, id: string, title: string, held: SectionContents[K]): SectionOf<K> => {
    const visibility = plannedSections(input.pack).find((planned) => planned.id === id)?.visibility ?? 'public';
    const salt = visibility === 'assured' ? (input.salts[id] ?? null) : null;
    return { id, kind, title, visibility, digest: sectionDigest(held, salt), salt, content: held };
  };
  const titles = new Map(input.pack.roadmapTemplate.parts.map(({ id, title }) => [id, title]));
  return [
    ...content.parts.map((part) =>
      seal('part', partSectionId(part.partId), titles.get(part.partId) ?? part.partId, part),
    ),
    seal('trajectory', 'trajectory', 'Capability trajectory', { rows: trajectoryRows(content, input, codeOf) }),
    seal('universal-plans', 'universal-plans', 'Universal capability plans', { plans: content.universalPlans }),
    seal('deployments', 'deployments', 'Capability deployment schedule', {
      deployments: content.deployments.map(({ organisationIds, ...row }): DocumentDeployment => {
        return { ...row, organisationCodes: organisationIds.map(codeOf).sort() };
      }),
    }),
  ];
}

function trajectoryRows(
  content: RoadmapContent,
  input: FreezeInput,
  codeOf: (organisationId: string) => string,
): DocumentTrajectoryRow[] {
  return content.trajectory.map((row) => {
    const found = input.baselines.find(({ groupId }) => groupId === row.groupId);
    if (found === undefined) {
      throw new RangeError(`No baseline was given for the capability group "${row.groupId}"`);
    }
    const baseline: DocumentBaseline = {
      mean: found.mean,
      n: found.n,
      included: found.included.map(codeOf).sort(),
      missing: found.missing.map(codeOf).sort(),
    };
    return { ...row, baseline };
  });
}

function refuseWeakSalts(input: FreezeInput): void {
  const salts = saltedSections(input.pack).map((id) => ({ id, salt: input.salts[id] ?? '' }));
  const weak = salts.find(({ salt }) => !/^[0-9a-f]{32,128}$/.test(salt));
  if (weak !== undefined) {
    throw new WeakSaltError(`The section "${weak.id}" needs a salt of 32 hexadecimal digits`);
  }
  if (new Set(salts.map(({ salt }) => salt)).size !== salts.length) {
    throw new WeakSaltError('A salt is used twice');
  }
}

function labelled(item: { readonly id: string; readonly label: string }) {
  return { id: item.id, label: item.label };
}

function termsOf(pack: RoadmapPack): DocumentTerms {
  const { roadmapTemplate: template } = pack;
  return {
    template: { id: template.id, label: template.title },
    capabilityGroups: pack.capabilityGroups.map(labelled),
    universalCapabilities: pack.universalCapabilities.map(({ id, title }) => ({ id, label: title })),
    targetYears: template.targetYears.map(labelled),
    ambitionYears: template.ambitionYears.map(labelled),
    planQuarters: template.planQuarters.map(labelled),
    deploymentYears: template.deploymentYears.map(labelled),
  };
}

function copySource({ round, instrument, method }: BaselineSource): BaselineSource {
  const { id, version, title } = instrument;
  return { round: labelled(round), instrument: { id, version, title }, method: labelled(method) };
}

const memberKey = (member: { readonly code: string; readonly role: MembershipRole }) => `${member.code} ${member.role}`;
