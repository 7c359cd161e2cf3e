using System.Text.Unicode;
using SearchNews.Lucene.Codecs.Lucene87;

namespace SearchNews.Lucene.Index.Verification;

/// <summary>Reads every stored value of every document, deleted ones too.</summary>
internal sealed class StoredFieldsVerifier(VerificationLog log) : StoredFieldVisitor
{
    private const int MaxPrinted = 32;

    public static void Verify(SegmentReader reader, VerificationLog log)
    {
        var visitor = new StoredFieldsVerifier(log);
        StoredFieldsCursor cursor = reader.NewStoredFieldsCursor();
        for (int doc = 0; doc < reader.MaxDoc; doc++)
        {
            if (doc % 4096 == 0) log.ThrowIfCancelled();
            cursor.VisitDocument(doc, visitor);
        }
    }

    public override Decision NeedsField(FieldInfo field) => Decision.Yes;

    public override void StringField(FieldInfo field, ReadOnlySpan<byte> utf8)
    {
        log.StoredValues++;
        log.Expect(Utf8.IsValid(utf8), $"the string of field '{field.Name}' is not UTF-8: {Convert.ToHexString(utf8[..Math.Min(utf8.Length, MaxPrinted)])}");
    }

    public override void BinaryField(FieldInfo field, ReadOnlySpan<byte> value) => log.StoredValues++;

    public override void Int32Field(FieldInfo field, int value) => log.StoredValues++;

    public override void Int64Field(FieldInfo field, long value) => log.StoredValues++;

    public override void SingleField(FieldInfo field, float value) => log.StoredValues++;

    public override void DoubleField(FieldInfo field, double value) => log.StoredValues++;
}
