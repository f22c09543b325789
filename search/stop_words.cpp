#include "search/stop_words.h"
#include <algorithm>
#include <array>
#include <unordered_set>

namespace search
{
namespace
{

constexpr std::string_view spanish =
    // articles, prepositions, conjunctions
    "el la lo los las un una unos unas al del a ante bajo con contra de desde durante en entre hacia hasta mediante "
    "para por según sin sobre tras vía y e o u ni que pero sino aunque porque pues si como cuando donde mientras "
    "salvo menos excepto "
    // pronouns and what stands for a noun
    "yo tú vos usted él ella ello nosotros nosotras vosotros vosotras ustedes ellos ellas me te se nos os le les mí ti "
    "sí conmigo contigo consigo mi mis tu tus su sus mío mía míos mías tuyo tuya tuyos tuyas suyo suya suyos suyas "
    "nuestro nuestra nuestros nuestras vuestro vuestra vuestros vuestras este esta esto estos estas ese esa eso esos "
    "esas aquel aquella aquello aquellos aquellas éste ésta éstos éstas ése ésa ésos ésas quien quienes cual cuales "
    "cuyo cuya cuyos cuyas qué quién quiénes cuál cuáles cómo cuándo dónde cuánto cuánta cuántos cuántas algo alguien "
    "algún alguno alguna algunos algunas nada nadie ningún ninguno ninguna otro otra otros otras mismo misma mismos "
    "mismas cada todo toda todos todas tal tales tanto tanta tantos tantas cualquier cualquiera ambos ambas uno varios "
    "varias "
    // adverbs that only point or grade
    "no ya más mas muy también tampoco sólo solo así entonces ahora antes después luego aquí ahí allí allá acá hoy "
    "siempre nunca casi aún aun todavía además quizá quizás bien mal mucho mucha muchos muchas poco poca pocos pocas "
    "demasiado bastante apenas "
    // ser, estar, haber, tener as they help other verbs
    "ser soy eres es somos son sea seas seamos sean era eras éramos eran fui fuiste fue fuimos fueron fuera fueran "
    "será "
    "serán sería serían sido siendo estar estoy estás está estamos están esté estén estaba estabas estábamos estaban "
    "estuve estuvo estuvimos estuvieron estado estando haber he has ha hemos han haya hayan había habías habíamos "
    "habían hubo hubiera hubieran habrá habrán habría habrían hay habido habiendo "
    // what fills a pause
    "eh ah este mmm ajá digamos o sea bueno claro";

constexpr std::string_view english =
    "the a an and or but nor so yet if then else than that this these those of at by for with about against between "
    "into through during before after above below to from up down in out on off over under again further once here "
    "there when where why how all any both each few more most other some such no not only own same too very as until "
    "while because although though unless i me my myself we us our ours ourselves you your yours yourself yourselves "
    "he him his himself she her hers herself it its itself they them their theirs themselves one what which who whom "
    "whose am is are was were be been being have has had having do does did doing done will would shall should can "
    "could may might must ought i'm i've i'd i'll you're you've you'd you'll he's he'd he'll she's she'd she'll it's "
    "it'd it'll we're we've we'd we'll they're they've they'd they'll that's there's here's what's who's where's let's "
    "isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't shan't shouldn't can't "
    "cannot couldn't mustn't just now also even well yeah yes okay um uh er hmm oh";

using Words = std::unordered_set<std::string_view>;

Words words_in(std::string_view list)
{
    Words words;
    while (!list.empty()) {
        const auto end = std::min(list.find(' '), list.size());
        if (end > 0) words.insert(list.substr(0, end));
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return words;
}

}

std::optional<StopWords> stop_words_named(std::string_view name)
{
    if (name == "none") return StopWords::none;
    if (name == "es") return StopWords::es;
    if (name == "en") return StopWords::en;
    return {};
}

bool is_stop_word(StopWords list, std::string_view lower)
{
    static const Words es = words_in(spanish), en = words_in(english);
    if (list == StopWords::none) return false;
    return (list == StopWords::es ? es : en).contains(lower);
}

bool is_stop_word(std::string_view language, std::string_view lower)
{
    const auto list = language.starts_with("es")   ? StopWords::es
                      : language.starts_with("en") ? StopWords::en
                                                   : StopWords::none;
    return is_stop_word(list, lower);
}

}
