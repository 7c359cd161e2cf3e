using SearchNews.Lucene.Codecs.Lucene87;
using SearchNews.Lucene.Documents;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Tests.Index.Merging;

/// <summary>Whole chunks of stored fields are copied, and nobody can tell.</summary>
public sealed class StoredFieldsMergerTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ForceMerge_SegmentsOfManyChunks_KeepsAllDocuments(bool deletes)
    {
        Random random = Seeds.Random();
        MemoryDirectory directory = new();
        List<string> expected = [];
        IndexWriterConfig config = new() { MergeAutomatically = false, UseCompoundFile = false };
        using (IndexWriter writer = new(directory, config))
        {
            // Long segments, whose chunks can be copied, between short ones, whose documents fill chunks up.
            foreach (int count in new[] { 2_000, 30, 2_500, 3, 1_900 })
            {
                for (int i = 0; i < count; i++)
                {
                    string text = $"{expected.Count} {Text(random)}";
                    writer.AddDocument([new StringField("id", $"{expected.Count}", stored: true), new StoredField("text", text)]);
                    expected.Add(text);
                }

                writer.Flush();
            }

            writer.Commit();
        }

        long written = Chunks(directory);
        for (int round = 0; round < 2; round++)
        {
            using IndexWriter writer = new(directory, config);
            if (deletes) writer.DeleteDocuments(new Term("id", $"{round * 3_000}"));
            else writer.AddDocument([new StringField("id", $"{expected.Count}", stored: true), new StoredField("text", "last")]);
            if (deletes) expected.RemoveAt((round * 3_000) - round);
            else expected.Add("last");
            writer.ForceMerge(1);
            writer.Commit();
        }

        DirectoryReader reader = DirectoryReader.Open(directory);
        reader.Leaves.Count.ShouldBe(1);
        reader.MaxDoc.ShouldBe(expected.Count);
        Texts texts = new();
        for (int doc = 0; doc < expected.Count; doc++)
        {
            reader.Leaves[0].Reader.VisitDocument(doc, texts);
            texts.Last.ShouldBe(expected[doc]);
        }

        // Short chunks do not pile up: at most one for each long segment that was merged.
        Chunks(directory).ShouldBeLessThanOrEqualTo(written + 2);
    }

    private static long Chunks(MemoryDirectory directory) => DirectoryReader.Open(directory).Leaves.Sum(leaf => ((SegmentReader)leaf.Reader).StoredFields.ChunkCount);

    private static string Text(Random random) => string.Join(' ', Enumerable.Range(0, 110).Select(_ => random.Next(100_000)));

    private sealed class Texts : StoredFieldVisitor
    {
        public string Last { get; private set; } = "";

        public override Decision NeedsField(FieldInfo field) => field.Name == "text" ? Decision.Yes : Decision.No;

        public override void BinaryField(FieldInfo field, ReadOnlySpan<byte> value) => Last = "";

        public override void Int32Field(FieldInfo field, int value) => Last = "";

        public override void Int64Field(FieldInfo field, long value) => Last = "";

        public override void SingleField(FieldInfo field, float value) => Last = "";

        public override void DoubleField(FieldInfo field, double value) => Last = "";

        public override void StringField(FieldInfo field, ReadOnlySpan<byte> utf8) => Last = System.Text.Encoding.UTF8.GetString(utf8);
    }
}
