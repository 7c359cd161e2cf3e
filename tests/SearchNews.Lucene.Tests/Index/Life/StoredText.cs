using System.Text;
using SearchNews.Lucene.Index;

namespace SearchNews.Lucene.Tests.Index.Life;

/// <summary>Collects the stored strings of a document.</summary>
internal sealed class StoredText : StoredFieldVisitor
{
    public Dictionary<string, string> Values { get; } = new(StringComparer.Ordinal);

    public override Decision NeedsField(FieldInfo field) => Decision.Yes;

    public override void StringField(FieldInfo field, ReadOnlySpan<byte> utf8) => Values[field.Name] = Encoding.UTF8.GetString(utf8);

    public override void BinaryField(FieldInfo field, ReadOnlySpan<byte> value) => throw new NotSupportedException();

    public override void Int32Field(FieldInfo field, int value) => throw new NotSupportedException();

    public override void Int64Field(FieldInfo field, long value) => throw new NotSupportedException();

    public override void SingleField(FieldInfo field, float value) => throw new NotSupportedException();

    public override void DoubleField(FieldInfo field, double value) => throw new NotSupportedException();
}
