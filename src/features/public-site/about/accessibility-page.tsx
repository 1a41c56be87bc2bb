import { paths } from '../../../paths.ts';

/** How accessible the service is, and what to do where it is not. */
export function AccessibilityPage({ serviceName }: { serviceName: string }) {
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <h1>Accessibility</h1>
        <p>We want as many people as possible to be able to use {serviceName}. You should be able to:</p>
        <ul>
          <li>do everything with a keyboard alone, or by speech</li>
          <li>read everything with a screen reader</li>
          <li>zoom in to 400%, or use a phone, without scrolling sideways to read text</li>
          <li>use every page without JavaScript</li>
          <li>print pages and read charts without colour</li>
        </ul>
        <p>Every chart has a text description and the same numbers as a table beneath it.</p>
        <h2>How accessible it is</h2>
        <p>
          The service is built to meet level AA of the Web Content Accessibility Guidelines (WCAG) version 2.2. Its
          pages use the NHS design system and are checked with an automated tool, axe, including its rule for what
          version 2.2 added: the size of what is pressed. Such tools find only some problems.
        </p>
        <h2>What has not been done yet</h2>
        <ul>
          <li>People who use assistive technology have not tested the service.</li>
          <li>No independent body has audited it, so we do not claim that it meets the standard.</li>
          <li>
            Text that organisations write into roadmaps is shown as they wrote it. It may have unclear links or
            unexplained abbreviations.
          </li>
          <li>Documents on other web sites, to which sources link, are outside our control.</li>
        </ul>
        <h2>Tell us about a problem</h2>
        <p>
          If something does not work for you, or you need it in another form,{' '}
          <a href={paths.contact('accessibility')}>write to us</a>. Say which page it is, what you tried and what you
          use to read it. We will answer by e-mail.
        </p>
        <p>
          If you are not content with our answer, the{' '}
          <a href="https://www.equalityadvisoryservice.com/">Equality Advisory and Support Service</a> can advise you.
        </p>
      </div>
    </div>
  );
}
