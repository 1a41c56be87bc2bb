/** A digest in groups of eight, so that two can be compared by eye; copied without the gaps. */
export function DigestText({ digest }: { digest: string }) {
  return (
    <code className="ldr-digest">
      {[...digest.matchAll(/.{1,8}/g)].map((group) => (
        <span key={group.index}>{group[0]}</span>
      ))}
    </code>
  );
}
