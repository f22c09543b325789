#include "border.h"
#include "workbench/tr.h"
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <xapian.h>

namespace search
{
using namespace workbench;
namespace
{

tl::unexpected<Error> broken(const std::string& why)
{
    return fail(ErrorCode::broken_file, say("The search index cannot be read: {}.", why),
                tr("It is only a cache and will be built again; nothing of the project is lost."));
}

tl::unexpected<Error> refused(int number, const std::string& why)
{
    if (number == ENOSPC || number == EDQUOT)
        return fail(ErrorCode::disk_full, tr("There is no room on the disk for the search index."),
                    tr("Searching works without it, only slower."));
    if (number == EACCES || number == EROFS || number == EPERM)
        return fail(ErrorCode::read_only, say("The folder of the search index cannot be written: {}.", why),
                    tr("Searching works without the index, only slower."));
    return broken(why);
}

tl::unexpected<Error> in_use()
{
    return fail(ErrorCode::busy, tr("Another process is writing the search index."), tr("Try again in a moment."));
}

/// Xapian tells the system's reason only in words.
int number_of(const Xapian::Error& error)
{
    const auto* const said = error.get_error_string();
    const auto all = error.get_msg() + ": " + (said ? said : "");
    for (const int number : {ENOSPC, EDQUOT, EACCES, EROFS, EPERM})
        if (all.find(std::strerror(number)) != std::string::npos) return number;
    return 0;
}

}

Result<void> guarded(const std::function<void()>& work)
{
    try {
        work();
        return {};
    } catch (const Xapian::DatabaseModifiedError&) {
        return in_use();
    } catch (const Xapian::DatabaseLockError&) {
        return in_use();
    } catch (const Xapian::Error& error) {
        return refused(number_of(error), error.get_msg());
    } catch (const std::system_error& error) {
        return refused(error.code().value(), error.what());
    }
}

}
