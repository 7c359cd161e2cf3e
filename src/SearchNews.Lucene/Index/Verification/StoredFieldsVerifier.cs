using System.Text;
using SearchNews.Lucene.Codecs.Lucene87;

namespace SearchNews.Lucene.Index.Verification;

/// <summary>Reads every stored value of every document, deleted ones too.</summary>
internal sealed class StoredFieldsVerifier(VerificationLog log) : StoredFieldVisitor
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

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
        StrictUtf8.GetCharCount(utf8);
    }

    public override void BinaryField(FieldInfo field, ReadOnlySpan<byte> value) => log.StoredValues++;

    public override void Int32Field(FieldInfo field, int value) => log.StoredValues++;

    public override void Int64Field(FieldInfo field, long value) => log.StoredValues++;

    public override void SingleField(FieldInfo field, float value) => log.StoredValues++;

    public override void DoubleField(FieldInfo field, double value) => log.StoredValues++;
}
