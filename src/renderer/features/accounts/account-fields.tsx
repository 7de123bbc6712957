import { MAX_ACCOUNT_NAME } from '../../../shared/bridge/models.ts';
import { useWords } from '../../state/services.tsx';
import { Checkbox } from '../../ui/checkbox/checkbox.tsx';
import { afterPress } from '../../ui/after-press.ts';
import { TextField } from '../../ui/field/field.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { RadioList } from '../../ui/radio-list/radio-list.tsx';
import styles from './accounts-view.module.css';
import { TokenField } from './token-field.tsx';
import { type AccountForm, ENIGMACRYPT } from './use-account-form.ts';

/** Which service, under which name, and as whom. */
export function AccountFields({ fields }: { readonly fields: AccountForm }) {
  const { t } = useWords();
  return (
    <>
      <RadioList
        label={t('accounts.form.which')}
        options={[
          { value: 'enigmacrypt', label: t('accounts.form.enigmacrypt'), hint: ENIGMACRYPT.origin },
          { value: 'other', label: t('accounts.form.other'), detail: <OriginField fields={fields} /> },
        ]}
        value={fields.which}
        onChange={fields.choose}
      />
      <TextField
        label={t('accounts.form.name')}
        value={fields.name}
        maxLength={MAX_ACCOUNT_NAME}
        autoComplete="off"
        problem={fields.isNameMissing ? t('accounts.form.nameMissing') : undefined}
        onChange={(event) => {
          fields.setName(event.target.value);
        }}
      />
      <div className={styles['group']}>
        <RadioList
          isInline
          label={t('accounts.form.auth')}
          options={[
            { value: 'token', label: t('accounts.form.withToken') },
            { value: 'anonymous', label: t('accounts.form.anonymous') },
          ]}
          value={fields.auth}
          onChange={fields.setAuth}
        />
        {fields.auth === 'token' ? (
          <TokenField input={fields.token} />
        ) : (
          <p className={styles['note']}>{t('accounts.form.anonymousText')}</p>
        )}
      </div>
    </>
  );
}

const originWords = {
  missing: 'accounts.form.originMissing',
  malformed: 'accounts.form.originMalformed',
  insecure: 'accounts.form.originInsecure',
} as const;

function OriginField({ fields }: { readonly fields: AccountForm }) {
  const { t } = useWords();
  const { originProblem } = fields;
  return (
    <div className={styles['group']}>
      <TextField
        type="url"
        label={t('accounts.form.origin')}
        hint={t('accounts.form.originHint')}
        placeholder={t('accounts.form.originPlaceholder')}
        problem={originProblem === null ? undefined : t(originWords[originProblem])}
        autoComplete="off"
        spellCheck={false}
        value={fields.origin}
        onBlur={() => {
          afterPress(fields.checkOrigin);
        }}
        onChange={(event) => {
          fields.setOrigin(event.target.value);
        }}
      />
      {fields.isPrivate && (
        <Notice tone="warn" title={t('accounts.form.privateTitle')}>
          <p>{t('accounts.form.privateText')}</p>
          <Checkbox
            label={t('accounts.form.privateAccept')}
            isChecked={fields.isAccepted}
            onChange={fields.accept}
          />
          {fields.isConsentMissing && (
            <p className={styles['warning']} role="alert">
              {t('accounts.form.privateMissing')}
            </p>
          )}
        </Notice>
      )}
    </div>
  );
}
