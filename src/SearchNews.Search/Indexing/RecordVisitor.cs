using System.Text.Json;
using SearchNews.Lucene.Index;

namespace SearchNews.Search.Indexing;

/// <summary>Reads the <see cref="ArticleRecord"/> of one document after the other. One thread.</summary>
internal sealed class RecordVisitor : StoredFieldVisitor
{
    private ArticleRecord? _record;

    /// <summary>The record of the document just visited, or null when it has none; once.</summary>
    public ArticleRecord? Take()
    {
        ArticleRecord? record = _record;
        _record = null;
        return record;
    }

    /// <inheritdoc/>
    public override Decision NeedsField(FieldInfo field) => field.Name == ArticleFields.Source ? Decision.Yes : _record is null ? Decision.No : Decision.Stop;

    /// <inheritdoc/>
    public override void BinaryField(FieldInfo field, ReadOnlySpan<byte> value)
    {
        try
        {
            _record = ArticleRecordJson.Deserialize(value);
        }
        catch (JsonException e)
        {
            throw new CorruptIndexException("a stored article is not readable JSON", field.Name, 0, e);
        }
    }

    /// <inheritdoc/>
    public override void StringField(FieldInfo field, ReadOnlySpan<byte> utf8) => BinaryField(field, utf8);

    /// <inheritdoc/>
    public override void Int32Field(FieldInfo field, int value)
    {
    }

    /// <inheritdoc/>
    public override void Int64Field(FieldInfo field, long value)
    {
    }

    /// <inheritdoc/>
    public override void SingleField(FieldInfo field, float value)
    {
    }

    /// <inheritdoc/>
    public override void DoubleField(FieldInfo field, double value)
    {
    }
}
