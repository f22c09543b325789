#include "forms.h"
#include "workbench/words.h"

namespace search
{

Form form_of(std::string_view word, const Stemmer& stemmer)
{
    Form form{workbench::lower(word), workbench::fold(word), {}};
    form.stem = workbench::fold(stemmer(form.lower));
    if (form.stem.empty()) form.stem = form.fold;
    return form;
}

}
