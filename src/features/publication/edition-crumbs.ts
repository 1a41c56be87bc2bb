import { paths } from '../../paths.ts';
import type { Crumb } from '../../views/page/breadcrumb.tsx';
import type { AreaRef } from '../directory/index.ts';

/** The way to what a footprint published. */
export function crumbsOf({ slug, name }: AreaRef): Crumb[] {
  return [
    { href: paths.footprints(), text: 'Footprints' },
    { href: paths.footprint(slug), text: name },
  ];
}
