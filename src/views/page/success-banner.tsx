/** Says what has just happened, once, at the top of the page that follows. */
export function SuccessBanner({ text }: { text: string }) {
  return (
    <div
      className="nhsuk-notification-banner nhsuk-notification-banner--success"
      data-module="nhsuk-notification-banner"
      role="alert"
      aria-labelledby="success-banner-title"
    >
      <div className="nhsuk-notification-banner__header">
        <h2 className="nhsuk-notification-banner__title" id="success-banner-title">
          Success
        </h2>
      </div>
      <div className="nhsuk-notification-banner__content">
        <p className="nhsuk-notification-banner__heading">{text}</p>
      </div>
    </div>
  );
}
