// node pouch_server.js PORT FOLDER: the server half of PouchDB for the bench.
const folder = process.argv[3] + "/";
const PouchDB = require("pouchdb").defaults({ prefix: folder });
const app = require("express")();
const how = { mode: "fullCouchDB", inMemoryConfig: true, logPath: "/dev/null", overrideMode: { exclude: ["routes/fauxton"] } };
app.use("/", require("express-pouchdb")(PouchDB, how));
app.listen(+process.argv[2], "127.0.0.1");
