// All listeners are on the document, so nothing must be attached again when a circuit starts, renders or reconnects.
import './theme.js';
import './rail.js';
import './popup.js';
import './forms.js';
import './live.js';
import './copy.js';
import './skip.js';
import './table.js';
import './choose.js';
import './find.js';
import './time.js';
import './upload.js';
import './verify.js';
import './inspect.js';
import './reconnect.js';
