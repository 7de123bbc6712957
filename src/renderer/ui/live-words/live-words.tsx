import { VisuallyHidden } from '../visually-hidden/visually-hidden.tsx';

/** Read aloud when it changes, and not shown: the same is seen some other way. Empty while there is nothing to say. */
export function LiveWords({ children }: { readonly children: string }) {
  return (
    <VisuallyHidden>
      <span role="status">{children}</span>
    </VisuallyHidden>
  );
}
