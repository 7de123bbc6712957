import { Component, type ReactNode } from 'react';
import { useWords } from '../state/services.tsx';
import { Button } from '../ui/button/button.tsx';
import { Notice } from '../ui/notice/notice.tsx';

interface Props {
  readonly children: ReactNode;
}

interface State {
  readonly isBroken: boolean;
}

/** A bug in one view leaves the others standing. Nothing of what went wrong is shown or logged. */
export class ViewBoundary extends Component<Props, State> {
  override state: State = { isBroken: false };

  static getDerivedStateFromError(): State {
    return { isBroken: true };
  }

  override render(): ReactNode {
    if (!this.state.isBroken) return this.props.children;
    return (
      <Broken
        onReopen={() => {
          this.setState({ isBroken: false });
        }}
      />
    );
  }
}

function Broken({ onReopen }: { readonly onReopen: () => void }) {
  const { t } = useWords();
  return (
    <Notice
      tone="bad"
      role="alert"
      title={t('app.brokenTitle')}
      actions={<Button onClick={onReopen}>{t('app.brokenAction')}</Button>}
    >
      {t('app.brokenText')}
    </Notice>
  );
}
