/** How to read a strip of scores. */
export function StripKey() {
  return (
    <p className="ldr-chart__key">
      <span className="ldr-chart__key-item">
        {' '}
        <svg width="84" height="24" aria-hidden="true" focusable="false">
          <line className="ldr-chart__whisker" x1="1" x2="83" y1="12" y2="12" />
          <rect className="ldr-chart__band" x="26" width="32" y="3" height="18" />
          <rect className="ldr-chart__tick" x="38" width="4" y="1" height="22" />
        </svg>
        <span>
          Line: lowest to highest score. Box: the middle half. Tick and number: median. n: how many have a score.
        </span>
      </span>
    </p>
  );
}
