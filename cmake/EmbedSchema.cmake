# Turns schema.sql into a C++ string, so that the program needs no file beside it.
file(READ ${INPUT} text)
file(WRITE ${OUTPUT} "namespace workbench {\nextern const char* const schema_sql;\nconst char* const schema_sql = R\"sql(${text})sql\";\n}\n")
