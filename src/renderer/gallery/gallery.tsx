import { Seal } from '../ui/seal/seal.tsx';
import { Actions } from './actions.tsx';
import { Fields } from './fields.tsx';
import styles from './gallery.module.css';
import { Lists } from './lists.tsx';
import { Signs } from './signs.tsx';
import { Floating } from './floating.tsx';

/** Every component in every state: for pictures, for axe, and for whoever builds a view. */
export function Gallery() {
  return (
    <main className={styles['page']}>
      <div className={styles['content']}>
        <h1 className={styles['name']}>
          <Seal shape="whole" size={40} />
          Every component, every state
        </h1>
        <Signs />
        <Actions />
        <Fields />
        <Lists />
        <Floating />
      </div>
    </main>
  );
}
