import type { ReferenceFile } from './reading/reference-fault.ts';

/** The smallest reference data with every kind of row; places and organisations are invented. */
const files = {
  'sources.csv': `id,title,publisher,url,licence,dated_on,note
register,Register of organisations,Register office,https://register.example/,OGL,2016-02,
paper,Northvale roadmap,Northvale,,Facts only,2016-06-30,A made-up document`,
  'areas.csv': `kind,code,name,slug,valid_from,valid_to,source,standing,note
region,Y54,North,north,2013-04-01,,register,official,
region,Y57,South,south,2013-04-01,,register,official,
stp,E54000001,Vale,vale,2016-03-15,,register,official,
stp,E54000002,Moor,moor,2016-03-15,,register,official,
footprint,nv,Northvale,northvale,2016-03-15,2016-10-01,paper,stated,
footprint,nm,"Moor, with Vale",moor-with-vale,2016-10-01,,paper,inferred,Joined`,
  'area-links.csv': `child_kind,child_code,parent_kind,parent_code,relation,valid_from,valid_to,source,standing,note
stp,E54000001,region,Y54,within,2016-03-15,,register,official,
stp,E54000002,region,Y54,within,2016-03-15,,register,official,
footprint,nv,stp,E54000001,within,2016-03-15,2016-10-01,paper,stated,
footprint,nm,stp,E54000001,spans,2016-10-01,,paper,inferred,
footprint,nm,stp,E54000002,spans,2016-10-01,,paper,inferred,`,
  'organisations.csv': `code,name,type,type_standing,town,postcode,region_code,valid_from,valid_to,source,standing,note
00A,NHS Vale CCG,ccg,official,Vale,DN4 5DJ,Y54,2013-04-01,,register,official,
RAA,Vale Hospitals NHS Trust,acute-trust,inferred,,,Y54,1991-04-01,2016-07-01,register,official,
LDR-CARE,Fellside CIC,community-interest-company,inferred,,,Y54,2016-03-15,,paper,stated,No code known`,
  'organisation-areas.csv': `organisation_code,area_kind,area_code,valid_from,valid_to,source,standing,note
00A,region,Y54,2013-04-01,,register,official,
00A,stp,E54000001,2016-03-15,,register,official,
RAA,region,Y54,2013-04-01,2016-07-01,register,official,
LDR-CARE,region,Y54,2016-03-15,,paper,inferred,`,
  'memberships.csv': `footprint_code,organisation_code,role,listed_as,valid_from,valid_to,source,standing,note
nv,00A,lead,Vale CCG,2016-03-15,2016-10-01,paper,stated,
nv,RAA,core,Vale Hospitals,2016-03-15,2016-07-01,paper,stated,
nm,00A,core,,2016-10-01,,paper,inferred,`,
  'measures.csv': `organisation_code,measure,value,measured_on,source,standing,note
00A,registered_patients,107232,2016-01-01,register,official,`,
  'hexagons.csv': `area_kind,area_code,column,row,source,standing,note
stp,E54000001,0,0,register,inferred,
stp,E54000002,1,0,register,inferred,`,
  'successions.csv': `subject,kind,predecessor,successor,effective_on,source,standing,note
organisation,closure,RAA,,2016-07-01,register,official,
area,transfer,footprint:nv,footprint:nm,2016-10-01,paper,inferred,Joined`,
  'area-notes.csv': `area_kind,area_code,dated_on,statement,source,standing,note
footprint,nm,2018-07,One strategy followed for the whole moor,paper,inferred,It closes nothing`,
} as const;

export type SmallReferenceFile = keyof typeof files;

/** A change to one file: the first `from` in it becomes `to`. */
export interface Change {
  readonly file: SmallReferenceFile;
  readonly from: string;
  readonly to: string;
}

/** The files, with one change made; a change that finds nothing to change is a mistake in the test. */
export function smallReference(change?: Change): ReferenceFile[] {
  return Object.entries(files).map(([path, text]) => {
    if (change?.file !== path) {
      return { path, text };
    }
    if (!text.includes(change.from)) {
      throw new RangeError(`${path} does not contain "${change.from}"`);
    }
    return { path, text: text.replace(change.from, () => change.to) };
  });
}
