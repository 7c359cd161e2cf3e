using System.Globalization;
using System.Text;
using SearchNews.Cli.Output;
using SearchNews.Lucene.Index;

namespace SearchNews.Cli;

/// <summary>Reads stored fields as text.</summary>
internal sealed class StoredText : StoredFieldVisitor
{
    private readonly string? _only;
    private readonly List<StoredValue> _values = [];

    private StoredText(string? only) => _only = only;

    /// <summary>The first value of a field, or null.</summary>
    public static string? Read(IndexReader reader, int doc, string field)
    {
        var visitor = new StoredText(field);
        reader.VisitDocument(doc, visitor);
        return visitor._values.FirstOrDefault()?.Value;
    }

    /// <summary>All values of a document.</summary>
    public static IReadOnlyList<StoredValue> ReadAll(IndexReader reader, int doc)
    {
        var visitor = new StoredText(null);
        reader.VisitDocument(doc, visitor);
        return visitor._values;
    }

    public override Decision NeedsField(FieldInfo field) => _only is null || field.Name == _only ? Decision.Yes : Decision.No;

    public override void StringField(FieldInfo field, ReadOnlySpan<byte> utf8) => Add(field, "string", Encoding.UTF8.GetString(utf8));

    public override void BinaryField(FieldInfo field, ReadOnlySpan<byte> value) =>
        Add(field, "bytes", System.Text.Unicode.Utf8.IsValid(value) ? Encoding.UTF8.GetString(value) : Convert.ToHexStringLower(value));

    public override void Int32Field(FieldInfo field, int value) => Add(field, "int", value.ToString(CultureInfo.InvariantCulture));

    public override void Int64Field(FieldInfo field, long value) => Add(field, "long", value.ToString(CultureInfo.InvariantCulture));

    public override void SingleField(FieldInfo field, float value) => Add(field, "float", value.ToString("R", CultureInfo.InvariantCulture));

    public override void DoubleField(FieldInfo field, double value) => Add(field, "double", value.ToString("R", CultureInfo.InvariantCulture));

    private void Add(FieldInfo field, string type, string value) => _values.Add(new StoredValue(field.Name, type, value));
}
