namespace SearchNews.Lucene.Tests.Codecs.Lucene84;

/// <summary>One document of a term, as the tests know it.</summary>
internal sealed record TermDoc(int Doc, int Freq, TermPosition[] Positions);

/// <summary>One position of a term in a document.</summary>
internal readonly record struct TermPosition(int Position, int StartOffset, int EndOffset, byte[] Payload);
