#pragma once
#include "ranking.h"
#include <memory>
#include <vector>
#include <xapian.h>

namespace search
{

/// The weight of ranking.h, for Xapian: the factor that it is given is the rarity of the leaf.
class LocalWeight : public Xapian::Weight
{
 public:
    LocalWeight()
    {
        need_stat(WDF);
        need_stat(DOC_LENGTH);
    }
    LocalWeight* clone() const override { return new LocalWeight; }
    void init(double factor) override { rarity_ = factor; }
    double get_sumpart(Xapian::termcount count, Xapian::termcount words, Xapian::termcount) const override
    {
        return weight(rarity_, count, words);
    }
    double get_maxpart() const override { return std::ceil(rarity_ * (k1 + 1) * weight_unit) + 1; }
    double get_sumextra(Xapian::termcount, Xapian::termcount) const override { return 0; }
    double get_maxextra() const override { return 0; }

 private:
    double rarity_ = 1;
};

/// Gives Xapian the passages that a field means.
class PassageSource : public Xapian::PostingSource
{
 public:
    using Numbers = std::shared_ptr<const std::vector<Xapian::docid>>;
    /// `numbers` are sorted, each once.
    explicit PassageSource(Numbers numbers) : numbers_(std::move(numbers)) {}

    void init(const Xapian::Database&) override { next_ = 0; }
    /// A field that stands twice in a query of Xapian is gone through twice, each at its own pace.
    PassageSource* clone() const override { return new PassageSource(numbers_); }
    Xapian::doccount get_termfreq_min() const override { return static_cast<Xapian::doccount>(numbers_->size()); }
    Xapian::doccount get_termfreq_est() const override { return get_termfreq_min(); }
    Xapian::doccount get_termfreq_max() const override { return get_termfreq_min(); }
    void next(double) override { ++next_; }
    void skip_to(Xapian::docid number, double) override
    {
        if (next_ == 0) next_ = 1;
        const auto from = numbers_->begin() + static_cast<std::ptrdiff_t>(next_ - 1);
        next_ = static_cast<std::size_t>(std::lower_bound(from, numbers_->end(), number) - numbers_->begin()) + 1;
    }
    bool at_end() const override { return next_ > numbers_->size(); }
    Xapian::docid get_docid() const override { return (*numbers_)[next_ - 1]; }

 private:
    Numbers numbers_;
    std::size_t next_ = 0; ///< 1 + the place of the current one; 0 before the first
};

/// The passages of one shard: the numbers from `first` to `last`, whether there are such passages or not. Claims to be
/// as long as the whole, so that Xapian goes through the words and not through the numbers.
class ShardSource : public Xapian::PostingSource
{
 public:
    ShardSource(Xapian::docid first, Xapian::docid last, Xapian::doccount whole)
        : first_(first), last_(last), whole_(whole)
    {
    }

    void init(const Xapian::Database&) override { at_ = 0; }
    ShardSource* clone() const override { return new ShardSource(first_, last_, whole_); }
    Xapian::doccount get_termfreq_min() const override { return 0; }
    Xapian::doccount get_termfreq_est() const override { return whole_; }
    Xapian::doccount get_termfreq_max() const override { return whole_; }
    void next(double) override { at_ = at_ == 0 ? first_ : at_ + 1; }
    void skip_to(Xapian::docid number, double) override { at_ = std::max({first_, at_, number}); }
    bool at_end() const override { return at_ > last_; }
    Xapian::docid get_docid() const override { return at_; }

 private:
    Xapian::docid first_, last_, at_ = 0; ///< at_: 0 before the first
    Xapian::doccount whole_;
};

}
