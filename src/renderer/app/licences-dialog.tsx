import { useEffect, useState } from 'react';
import { useOverlay, useWords } from '../state/services.tsx';
import { Dialog } from '../ui/dialog/dialog.tsx';
import { TextArea } from '../ui/field/field.tsx';
import { Skeleton } from '../ui/skeleton/skeleton.tsx';

interface Licences {
  readonly count: number;
  readonly text: string;
}

/** The licence texts of everything that is built into the program, as `npm run licences` gathered them. */
export function LicencesDialog() {
  const { t } = useWords();
  const close = useOverlay((state) => state.close);
  const [licences, setLicences] = useState<Licences | null>(null);
  useEffect(() => {
    void import('./licences.json').then((file) => {
      setLicences(file.default);
    });
  }, []);
  return (
    <Dialog
      isOpen
      size="l"
      title={t('about.licencesTitle')}
      close={t('about.close')}
      onClose={close}
      {...(licences !== null && { lead: t('about.licencesLead', { count: licences.count }) })}
    >
      {licences === null ? (
        <Skeleton label={t('about.licencesLoading')} lines={12} />
      ) : (
        <TextArea
          label={t('about.licencesLabel')}
          isLabelHidden
          isMono
          readOnly
          rows={18}
          value={licences.text}
        />
      )}
    </Dialog>
  );
}
