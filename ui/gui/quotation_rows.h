#pragma once
#include "coding/quotation_list.h"
#include "session.h"
#include <wx/dataview.h>

namespace gui
{

/// The rows of a table of quotations: what a filter of the project leaves, narrowed by words, in the order of a column.
/// A row is read when it is needed and then kept until the next change, so that many thousands open at once; what is
/// not needed yet is read while nothing else is to be done, so that words find at once.
class QuotationRows : public wxDataViewVirtualListModel
{
 public:
    enum Column : unsigned { number, document, participant, codes, text, name, comment, columns };
    using Edit = std::function<bool(coding::QuotationId, Column, const std::string&)>;

    QuotationRows(Session& session, Edit edit) : session_(session), edit_(std::move(edit)) {}

    /// Reads the project again.
    void read(const coding::QuotationFilter& filter);
    void narrow(const std::string& words);
    void sort(Column column, bool ascending);
    /// Reads some rows ahead; false when all are read.
    bool read_ahead(std::size_t most);

    std::size_t count() const { return order_.size(); }
    const coding::Quotation& quotation(unsigned row) const { return rows_[order_[row]].quotation; }
    std::vector<coding::Quotation> all() const;
    std::optional<unsigned> row_of(coding::QuotationId id) const;
    std::string cell(unsigned row, Column column) const;

    void GetValueByRow(wxVariant& value, unsigned row, unsigned column) const override;
    bool GetAttrByRow(unsigned row, unsigned column, wxDataViewItemAttr& attr) const override;
    bool SetValueByRow(const wxVariant& value, unsigned row, unsigned column) override;

 private:
    struct Row {
        coding::Quotation quotation;
        bool read = false;
        std::string cells[columns];
        std::string hay; ///< all of them folded, for the words
    };
    Row& ready(std::size_t at) const;
    void arrange();

    Session& session_;
    Edit edit_;
    mutable std::unique_ptr<coding::QuotationReader> reader_;
    mutable std::vector<Row> rows_; ///< in document order
    std::vector<std::uint32_t> order_;
    std::vector<std::string> words_;
    Column column_ = number;
    bool ascending_ = true;
    std::size_t ahead_ = 0;
};

}
