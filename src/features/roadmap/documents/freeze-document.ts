import { by } from '../../../platform/compare.ts';
import { refuseWeakSalts, sectionDigest } from '../../agreement/index.ts';
import type { MembershipRole, ProgrammePack } from '../../programme/index.ts';
import { arrangeContent } from '../content/all-content.ts';
import { eachKind, type RoadmapContent } from '../content/content-kinds.ts';
import type { GroupBaseline } from '../content/group-baseline.ts';
import type { RoadmapMember, RoadmapPack } from '../roadmap.ts';
import {
  type BaselineSource,
  type DocumentSection,
  type DocumentTerms,
  documentSchema,
  type RoadmapDocument,
} from './frozen-document.ts';

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
  const { pack, footprint } = input;
  const sections = sectionsOf(input);
  refuseWeakSalts(sections);
  const document = {
    schema: documentSchema,
    programme: { id: pack.id, title: pack.title },
    round: labelled(input.round),
    footprint: {
      code: footprint.code,
      name: footprint.name,
      region: footprint.region,
      stps: footprint.stps.map(({ code, name }) => ({ code, name })).sort(by(({ code }) => code)),
    },
    version: input.versionNumber,
    frozenAt: input.frozenAt.toISOString(),
    illustrative: input.illustrative,
    members: input.members.map(({ code, name, role }) => ({ code, name, role })).sort(by(memberKey)),
    baselineSource: copySource(input.baselineSource),
    terms: termsOf(pack),
    sections,
  } as const;
  return document;
}

/** Ids of the sections that need a salt where they are in a document: those left out of the public edition. */
export function saltedSections(pack: RoadmapPack): string[] {
  const planned = eachKind(({ section }) => section.plan(pack)).flat();
  return planned.flatMap(({ id, visibility }) => (visibility === 'assured' ? id : []));
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
  const facts = { codeOf, baselines: input.baselines, pack: input.pack };
  return eachKind(({ section }, of) => {
    const held = section.hold(of(content), facts);
    return section.plan(input.pack).flatMap(({ id, title, visibility }): DocumentSection[] => {
      const found = held.find((one) => one.id === id);
      if (found === undefined) {
        return [];
      }
      const salt = visibility === 'assured' ? (input.salts[id] ?? null) : null;
      const digest = sectionDigest(found.content, salt);
      return [{ id, kind: section.kind, title, visibility, digest, salt, content: found.content }];
    });
  }).flat();
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

function copySource({ round, instrument, method, heldBack }: BaselineSource): BaselineSource {
  const { id, version, title } = instrument;
  const { scale } = method;
  return {
    round: labelled(round),
    instrument: { id, version, title },
    method: { ...labelled(method), ...(scale === undefined ? {} : { scale: { ...scale } }) },
    ...(heldBack === undefined ? {} : { heldBack: { until: heldBack.until } }),
  };
}

const memberKey = (member: { readonly code: string; readonly role: MembershipRole }) => `${member.code} ${member.role}`;
