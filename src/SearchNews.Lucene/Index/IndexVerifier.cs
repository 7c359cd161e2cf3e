using SearchNews.Lucene.Index.Verification;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Index;

/// <summary>
/// Reads every byte of the last commit: checksums, all postings with positions, all norms, doc values and stored documents; recomputes the statistics and checks
/// that score bounds hold. The parts of a segment are verified side by side on all cores. For <c>index verify</c> and after a rebuild; Lucene's CheckIndex in small.
/// </summary>
public static class IndexVerifier
{
    /// <summary>Verifies the last commit. Damage is reported, not thrown.</summary>
    /// <exception cref="IndexNotFoundException">There is no commit.</exception>
    /// <exception cref="OperationCanceledException">As asked for.</exception>
    public static IndexVerification Verify(IndexDirectory directory, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(directory);
        var log = new VerificationLog(cancellation);
        SegmentInfos? commit = null;
        long bytes = 0;
        log.Check(IndexFileNames.Segments, "commit", () =>
        {
            commit = SegmentInfos.ReadLatest(directory);
            bytes = commit.Files().Append(commit.FileName).Sum(directory.FileLength);
        });
        if (commit is null && CommitFinder.LatestGeneration(directory.ListAll()) < 0) throw new IndexNotFoundException("There is no index: no segments_N file.");
        foreach (SegmentCommitInfo segment in commit?.Segments ?? [])
        {
            SegmentReader? reader = null;
            log.Check(segment.Name, "files", () => reader = SegmentReader.Open(directory, segment));
            if (reader is not null) Verify(reader, log);
        }

        return new IndexVerification
        {
            Commit = commit,
            Problems = log.Problems,
            Bytes = bytes,
            Documents = commit?.Segments.Sum(s => (long)s.Info.MaxDoc) ?? 0,
            DeletedDocuments = commit?.Segments.Sum(s => (long)s.DeletedCount) ?? 0,
            Terms = log.Terms,
            Postings = log.Postings,
            Positions = log.Positions,
            DocValues = log.DocValues,
            StoredValues = log.StoredValues,
        };
    }

    /// <summary>Verifies what a reader has open, whose checksums were compared when it was opened: finds what a wrong writer would leave behind.</summary>
    /// <exception cref="CorruptIndexException">The first problem that was found.</exception>
    /// <exception cref="OperationCanceledException">As asked for.</exception>
    public static void Verify(DirectoryReader reader, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var log = new VerificationLog(cancellation);
        foreach (LeafReaderContext leaf in reader.Leaves)
        {
            Verify((SegmentReader)leaf.Reader, log);
            if (log.Problems is [var first, ..]) throw new CorruptIndexException($"{first.Part}: {first.Message}", first.Segment, 0);
        }
    }

    private static void Verify(SegmentReader reader, VerificationLog log)
    {
        string segment = reader.Commit.Name;
        var parts = new VerificationParts(log);
        parts.Add(own => own.Check(segment, "stored fields", () => StoredFieldsVerifier.Verify(reader, own)));
        foreach (FieldInfo field in reader.FieldInfos.OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            if (field.IndexOptions != IndexOptions.None) parts.Add(own => VerifyTerms(reader, field, own));
            if (field.DocValuesType != DocValuesType.None) parts.Add(own => own.Check(segment, $"doc values of '{field.Name}'", () => DocValuesVerifier.Verify(reader, field, own)));
        }

        if (reader.Commit.Info.IndexSort.Count > 0) parts.Add(own => own.Check(segment, "index sort", () => IndexSortVerifier.Verify(reader, own)));
        parts.Run();
    }

    private static void VerifyTerms(SegmentReader reader, FieldInfo field, VerificationLog log)
    {
        var terms = new TermsVerifier(reader, field, log);
        log.Check(reader.Commit.Name, $"terms of '{field.Name}'", terms.Verify);
        if (field.HasNorms) log.Check(reader.Commit.Name, $"norms of '{field.Name}'", () => NormsVerifier.Verify(reader, field, terms.DocsWithTerms, log));
    }
}
