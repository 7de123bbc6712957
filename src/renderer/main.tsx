import './ui/styles/fonts.css';
import './ui/styles/tokens.css';
import './ui/styles/base.css';
import { start } from './app/start.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root element.');
void start(root);
