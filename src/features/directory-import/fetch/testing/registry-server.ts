import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Answers one question, as a registry may. */
export type Answerer = (request: IncomingMessage, response: ServerResponse, url: URL) => void;

export interface RegistryServer {
  /** Where it listens, without a slash at the end. */
  readonly origin: string;
  /** What it was asked, each as path and query. */
  readonly asked: string[];
  /** How it answers from now on. */
  answer: Answerer;
  readonly close: () => Promise<void>;
}

/** A registry on this machine. */
export async function startRegistryServer(answer: Answerer): Promise<RegistryServer> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    registry.answer(request, response, new URL(request.url ?? '', registry.origin));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => {
      server.close(resolve);
    });
  };
  const registry: RegistryServer = { origin: `http://127.0.0.1:${port}`, asked, answer, close };
  return registry;
}

export function sendJson(
  response: ServerResponse,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
  status = 200,
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

export interface ListedOrganisation {
  readonly code: string;
  readonly name: string;
  readonly endedOn?: string;
}

/** The ORD interface: pages of a list, of at most `mostInPage`, and a record for each organisation on it. */
export function ordInterface(organisations: readonly ListedOrganisation[], mostInPage = 1000): Answerer {
  return (_request, response, url) => {
    const code = /\/organisations\/(\w+)$/.exec(url.pathname)?.[1];
    if (code !== undefined) {
      const found = organisations.find((each) => each.code === code);
      sendJson(response, found === undefined ? {} : { Organisation: ordRecord(found) }, {}, found ? 200 : 404);
      return;
    }
    const offset = Number(url.searchParams.get('Offset') ?? 0);
    const limit = Math.min(Number(url.searchParams.get('Limit') ?? 20), mostInPage);
    const page = organisations.slice(offset, offset + limit).map((each) => ({
      Name: each.name,
      OrgId: each.code,
      Status: 'Active',
      PrimaryRoleId: 'RO197',
      OrgLink: `${url.origin}/ORD/2-0-0/organisations/${each.code}`,
    }));
    sendJson(response, { Organisations: page }, { 'x-total-count': String(organisations.length) });
  };
}

function ordRecord({ code, name, endedOn }: ListedOrganisation) {
  const period = { Type: 'Operational', Start: '2014-04-01', ...(endedOn === undefined ? {} : { End: endedOn }) };
  const status = endedOn === undefined ? 'Active' : 'Inactive';
  return {
    Name: name,
    Date: [period],
    OrgId: { root: '2.16.840.1.113883.2.1.3.2.4.18.48', assigningAuthorityName: 'HSCIC', extension: code },
    Status: status,
    Roles: { Role: [{ id: 'RO197', uniqueRoleId: 1, primaryRole: true, Date: [period], Status: status }] },
  };
}

/** The FHIR interface: pages of `size`, each with the way to the next. */
export function fhirInterface(organisations: readonly ListedOrganisation[], size: number): Answerer {
  return (_request, response, url) => {
    const start = Number(url.searchParams.get('_offset') ?? 0);
    const next = `${url.origin}/fhir/Organization?_offset=${start + size}`;
    const isLast = start + size >= organisations.length;
    const bundle = {
      resourceType: 'Bundle',
      type: 'searchset',
      total: organisations.length,
      link: [{ relation: 'self', url: url.href }, ...(isLast ? [] : [{ relation: 'next', url: next }])],
      entry: organisations.slice(start, start + size).map(({ code, name }) => ({
        resource: {
          resourceType: 'Organization',
          id: code,
          identifier: [{ system: 'https://fhir.nhs.uk/Id/ods-organization-code', value: code }],
          active: true,
          name,
        },
      })),
    };
    sendJson(response, bundle, { 'content-type': 'application/fhir+json; fhirVersion=4.0' });
  };
}
