import type { MetadataRoute } from "next";
import { PRODUCT } from "@/lib/product";

export default function manifest(): MetadataRoute.Manifest {
  return {
    name: PRODUCT.name,
    short_name: PRODUCT.name,
    description: PRODUCT.description,
    start_url: "/shops",
    display: "standalone",
    background_color: "#f5f8f8",
    theme_color: "#f5f8f8",
    icons: [
      { src: "/icon-192.png", sizes: "192x192", type: "image/png" },
      { src: "/icon-512.png", sizes: "512x512", type: "image/png" },
    ],
  };
}
