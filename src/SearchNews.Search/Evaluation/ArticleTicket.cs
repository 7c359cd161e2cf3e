using System.Runtime.InteropServices;

namespace SearchNews.Search.Evaluation;

/// <summary>An article drawn by <see cref="ArticleLottery"/>.</summary>
/// <param name="Doc">Its document.</param>
/// <param name="Seed">A number that depends on the article and the seed of the lottery alone.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ArticleTicket(int Doc, int Seed);
