/** Words that people say of places and of those who work there, with the words in which these are named. */
const named: Readonly<Record<string, readonly string[]>> = {
  beds: ['bedfordshire'],
  berks: ['berkshire'],
  bucks: ['buckinghamshire'],
  cambs: ['cambridgeshire'],
  derbys: ['derbyshire'],
  glos: ['gloucestershire'],
  hants: ['hampshire'],
  herts: ['hertfordshire'],
  lancs: ['lancashire'],
  leics: ['leicestershire'],
  lincs: ['lincolnshire'],
  northants: ['northamptonshire'],
  notts: ['nottinghamshire'],
  oxon: ['oxfordshire'],
  salop: ['shropshire'],
  staffs: ['staffordshire'],
  warks: ['warwickshire'],
  wilts: ['wiltshire'],
  worcs: ['worcestershire'],
  yorks: ['yorkshire'],
  ics: ['icb'],
  brum: ['birmingham'],
  soton: ['southampton'],
  doctor: ['surgery', 'practice', 'medical'],
  doctors: ['surgery', 'practice', 'medical'],
  gp: ['surgery', 'practice', 'medical'],
  surgery: ['practice', 'medical'],
  hospital: ['hospitals', 'infirmary'],
  hospitals: ['hospital', 'infirmary'],
};

/** Other words that name what this one is said for; none for most. */
export function spokenFor(word: string): readonly string[] {
  return Object.hasOwn(named, word) ? (named[word] ?? []) : [];
}
