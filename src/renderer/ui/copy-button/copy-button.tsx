import { Check, Copy } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { Button } from '../button/button.tsx';
import { LiveWords } from '../live-words/live-words.tsx';

interface CopyButtonProps {
  /** Copies, and answers whether it worked, at once or after it was read back. */
  readonly onCopy: () => boolean | Promise<boolean>;
  readonly children: ReactNode;
  /** Shown on the button for a moment, and read aloud. */
  readonly copied: string;
  readonly look?: 'primary' | 'plain' | 'quiet';
  readonly size?: 'm' | 'l';
  readonly shortcut?: string;
}

const MARK_MS = 2500;

/** Says on itself that it has copied, and offers to copy again a moment later. */
export function CopyButton({
  onCopy,
  children,
  copied,
  look = 'plain',
  size = 'm',
  shortcut,
}: CopyButtonProps) {
  const [marks, setMarks] = useState(0);
  const [isMarked, setIsMarked] = useState(false);
  useEffect(() => {
    if (marks === 0) return undefined;
    const timer = setTimeout(() => {
      setIsMarked(false);
    }, MARK_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [marks]);
  const copy = async (): Promise<void> => {
    if (!(await onCopy())) return;
    setIsMarked(true);
    setMarks((count) => count + 1);
  };
  const Icon = isMarked ? Check : Copy;
  return (
    <>
      <Button
        look={look}
        size={size}
        icon={<Icon size={16} strokeWidth={1.75} aria-hidden />}
        onClick={() => void copy()}
        aria-keyshortcuts={shortcut}
      >
        {isMarked ? copied : children}
      </Button>
      <LiveWords>{isMarked ? copied : ''}</LiveWords>
    </>
  );
}
