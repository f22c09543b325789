#include "name_order.h"
#include "workbench/words.h"

namespace coding
{

namespace
{

bool blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

}

std::string order_key(std::string_view name)
{
    auto key = workbench::fold(name);
    for (std::size_t at = 0; (at = key.find("\u00f1", at)) != std::string::npos;) key.replace(at, 2, "n~");
    return key;
}

bool name_before(std::string_view a, std::string_view b)
{
    const auto left = order_key(a), right = order_key(b);
    return left != right ? left < right : a < b;
}

std::string trimmed(std::string_view text)
{
    while (!text.empty() && blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && blank(text.back())) text.remove_suffix(1);
    return std::string(text);
}

}
