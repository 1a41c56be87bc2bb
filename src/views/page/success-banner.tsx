import type { Said } from './success.ts';

/** Says what has just happened, or why nothing has, once, at the top of the page that follows. */
export function SuccessBanner({ said: { kind, text } }: { said: Said }) {
  return (
    <div
      className={`nhsuk-notification-banner${kind === 'success' ? ' nhsuk-notification-banner--success' : ''}`}
      data-module="nhsuk-notification-banner"
      role="alert"
      aria-labelledby="success-banner-title"
    >
      <div className="nhsuk-notification-banner__header">
        <h2 className="nhsuk-notification-banner__title" id="success-banner-title">
          {kind === 'success' ? 'Success' : 'Important'}
        </h2>
      </div>
      <div className="nhsuk-notification-banner__content">
        <p className="nhsuk-notification-banner__heading">{text}</p>
      </div>
    </div>
  );
}
