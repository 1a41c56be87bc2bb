/** How to read a band and a tick. `of` says whose they are, such as `239 providers`. */
export function SpreadKey({ of }: { of: string }) {
  return (
    <p className="ldr-chart__key">
      <span className="ldr-chart__key-item">
        <svg width="28" height="18" aria-hidden="true" focusable="false">
          <rect className="ldr-chart__band" x="1" y="1" width="26" height="16" />
        </svg>
        <span>middle half of {of}</span>
      </span>
      <span className="ldr-chart__key-item">
        <svg width="8" height="20" aria-hidden="true" focusable="false">
          <rect className="ldr-chart__tick" x="2" y="0" width="4" height="20" />
        </svg>
        <span>their median</span>
      </span>
    </p>
  );
}
