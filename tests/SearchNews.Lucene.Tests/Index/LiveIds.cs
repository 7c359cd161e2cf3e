using System.Text;
using SearchNews.Lucene.Index;

namespace SearchNews.Lucene.Tests.Index;

/// <summary>What the live documents have stored in one field.</summary>
internal static class LiveIds
{
    /// <summary>One value a document, in order.</summary>
    public static List<string> Of(IndexReader reader, string field = "id")
    {
        var visitor = new Visitor(field);
        foreach (LeafReaderContext leaf in reader.Leaves)
        {
            for (int doc = 0; doc < leaf.Reader.MaxDoc; doc++)
            {
                if (leaf.Reader.LiveDocs?[doc] ?? true) leaf.Reader.VisitDocument(doc, visitor);
            }
        }

        return visitor.Values;
    }

    private sealed class Visitor(string name) : StoredFieldVisitor
    {
        public List<string> Values { get; } = [];

        public override Decision NeedsField(FieldInfo field) => field.Name == name ? Decision.Yes : Decision.No;

        public override void StringField(FieldInfo field, ReadOnlySpan<byte> utf8) => Values.Add(Encoding.UTF8.GetString(utf8));

        public override void BinaryField(FieldInfo field, ReadOnlySpan<byte> value)
        {
        }

        public override void Int32Field(FieldInfo field, int value)
        {
        }

        public override void Int64Field(FieldInfo field, long value)
        {
        }

        public override void SingleField(FieldInfo field, float value)
        {
        }

        public override void DoubleField(FieldInfo field, double value)
        {
        }
    }
}
