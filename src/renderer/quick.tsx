import './ui/styles/fonts.css';
import './ui/styles/tokens.css';
import './ui/styles/base.css';
import { startQuick } from './app/start-quick.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root element.');
void startQuick(root);
